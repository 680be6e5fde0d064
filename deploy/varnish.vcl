vcl 4.1;
# Varnish 6 or newer between nginx and gunicorn (docs/running.md, "Behind a CDN"). It holds what the site says a CDN may
# hold, for as long as the site says, and forgets all of a host at one PURGE.
import std;

backend default {
    .host = "127.0.0.1";
    .port = "8000";
    .first_byte_timeout = 40s;
}

# Whoever may empty it: the machines that run the site.
acl site {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        # Who comes through nginx has the address of nginx, and this header.
        if (!(client.ip ~ site) || req.http.X-Forwarded-Proto) {
            return (synth(405));
        }
        ban("obj.http.X-Host == " + req.http.Host);
        return (synth(200));
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Somebody who is signed in, was told something, or has a form open.
    if (req.http.Authorization || req.http.Cookie ~ "(^|;)\s*(sessionid|messages|csrftoken)=") {
        return (pass);
    }
    # The site reads no other cookies.
    unset req.http.Cookie;
    return (hash);
}

sub vcl_hash {
    # The site sends whoever comes without HTTPS elsewhere.
    hash_data(req.http.X-Forwarded-Proto);
}

sub vcl_backend_response {
    # Nothing is shown after its time, also while a new one is fetched.
    set beresp.grace = 0s;
    set beresp.keep = 0s;
    set beresp.http.X-Host = bereq.http.Host;
    if (beresp.http.CDN-Cache-Control ~ "max-age=[1-9]" && !beresp.http.Set-Cookie) {
        set beresp.ttl = std.duration(regsub(beresp.http.CDN-Cache-Control, "^.*max-age=([0-9]+).*$", "\1s"), 0s);
    } else {
        set beresp.uncacheable = true;
        set beresp.ttl = 1s;
    }
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.X-Host;
    # Meant for us; how long it counts is another number by now.
    unset resp.http.CDN-Cache-Control;
}
