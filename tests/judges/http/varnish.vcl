vcl 4.1;

backend default {
    .host = "127.0.0.1";
    .port = "SERVICE_PORT";
}

# Varnish keeps conditions from its backend. Here a delta is let through as an ordinary fetch, with a place of
# its own in the cache: if a 226 could be stored, the second one would be a hit.
sub vcl_recv {
    if (req.http.A-IM) {
        set req.http.X-Base = req.http.If-None-Match;
    }
}

sub vcl_hash {
    if (req.http.X-Base) {
        hash_data(req.http.X-Base);
    }
}

sub vcl_backend_fetch {
    if (bereq.http.X-Base) {
        set bereq.http.If-None-Match = bereq.http.X-Base;
    }
}

sub vcl_deliver {
    set resp.http.X-Hits = obj.hits;
}
