# Reads each feed strictly and prints what it holds, one JSON object a line. Debian's ruby brings the rss gem.
require 'json'
require 'rss'

def item(entry)
  return { id: entry.guid.content, title: entry.title } if entry.respond_to?(:guid)

  { id: entry.id.content, title: entry.title.content }
end

ARGV.each do |path|
  feed = RSS::Parser.parse(File.read(path, encoding: 'UTF-8'), true)
  puts JSON.generate(feed ? { path: path, items: feed.items.map { |entry| item(entry) } } : { path: path, error: 'no feed' })
rescue StandardError => e
  puts JSON.generate(path: path, error: "#{e.class}: #{e.message}")
end
