import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.File;
import java.util.stream.Collectors;

/** Reads each feed and prints what it holds, one JSON object a line. */
public class ReadRome {
    public static void main(String[] paths) {
        for (String path : paths) System.out.println(read(path));
    }

    private static String read(String path) {
        try (XmlReader reader = new XmlReader(new File(path))) {
            SyndFeed feed = new SyndFeedInput().build(reader);
            String items = feed.getEntries().stream().map(ReadRome::item).collect(Collectors.joining(","));
            return "{\"path\":" + quoted(path) + ",\"items\":[" + items + "]}";
        } catch (Exception e) {
            return "{\"path\":" + quoted(path) + ",\"error\":" + quoted(e.toString()) + "}";
        }
    }

    private static String item(SyndEntry entry) {
        return "{\"id\":" + quoted(entry.getUri()) + ",\"title\":" + quoted(entry.getTitle()) + "}";
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) out.append(c < 0x7f && c > 0x1f && c != '"' && c != '\\' ? "" + c : String.format("\\u%04x", (int) c));
        return out.append('"').toString();
    }
}
