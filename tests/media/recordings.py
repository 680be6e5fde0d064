"""Real small films and recordings, made box by box: with a place in each of the ways in which telephones write it."""

POSITION = b"+51.7204-001.2034+062.000/"


def box(kind: bytes, *inside: bytes) -> bytes:
    content = b"".join(inside)
    return (len(content) + 8).to_bytes(4, "big") + kind + content


def whole_box(kind: bytes, *inside: bytes) -> bytes:
    """A box with its version and flags."""
    return box(kind, b"\x00\x00\x00\x00", *inside)


HEAD = box(b"ftyp", b"isom\x00\x00\x02\x00isomiso2mp41")
MOVIE_HEAD = whole_box(b"mvhd", b"\x00" * 96)
PICTURES_AND_SOUND = box(b"mdat", b"\xa9xyz loci +51.7204-001.2034/ location" * 10)  # the media itself may hold any bytes


def text(kind: bytes, words: bytes) -> bytes:
    """A QuickTime note."""
    return box(kind, len(words).to_bytes(2, "big") + b"\x15\xc7" + words)


def track(sample: bytes) -> bytes:
    return box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", whole_box(b"stsd", b"\x00\x00\x00\x01", sample)))))


def film(*in_movie: bytes, beside: bytes = b"", movie_last: bool = True) -> bytes:
    movie = box(b"moov", MOVIE_HEAD, track(box(b"avc1", b"\x00" * 78)), *in_movie)
    return HEAD + (PICTURES_AND_SOUND + movie if movie_last else movie + PICTURES_AND_SOUND) + beside


def apple_meta(key: bytes, value: bytes) -> bytes:
    """Apple's metadata: a list of keys, and their values by number. QuickTime writes no version before its boxes."""
    keys = whole_box(b"keys", b"\x00\x00\x00\x01", box(b"mdta", key))
    values = box(b"ilst", box(b"\x00\x00\x00\x01", box(b"data", b"\x00\x00\x00\x01\x00\x00\x00\x00", value)))
    return box(b"meta", whole_box(b"hdlr", b"\x00" * 4 + b"mdta" + b"\x00" * 12), keys, values)


def itunes_meta(kind: bytes, value: bytes) -> bytes:
    values = box(b"ilst", box(kind, box(b"data", b"\x00\x00\x00\x01\x00\x00\x00\x00", value)))
    return box(b"udta", whole_box(b"meta", whole_box(b"hdlr", b"\x00" * 4 + b"mdir" + b"\x00" * 12), values))


LOCI = whole_box(b"loci", b"\x15\xc7Oxford\x00\x00" + b"\x00" * 12 + b"earth\x00\x00")
XMP = b"<x:xmpmeta><rdf:Description exif:GPSLatitude='51,43.2N'/></x:xmpmeta>"
XMP_BOX = box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac"), XMP)

WITH_A_PLACE = {
    "Android": film(box(b"udta", text(b"\xa9xyz", POSITION))),
    "Android, ready for the web": film(box(b"udta", text(b"\xa9xyz", POSITION)), movie_last=False),
    "3GPP": film(box(b"udta", LOCI)),
    "iPhone": film(apple_meta(b"com.apple.quicktime.location.ISO6709", POSITION)),
    "iPhone, with another name for it": film(apple_meta(b"com.apple.quicktime.location.name", b"Home")),
    "iPhone, by its value alone": film(apple_meta(b"com.example.where", POSITION)),
    "iTunes": film(itunes_meta(b"\xa9xyz", POSITION)),
    "voice note": HEAD.replace(b"isom", b"M4A ", 1) + box(b"moov", MOVIE_HEAD, itunes_meta(b"\xa9xyz", POSITION)),
    "XMP beside the film": film(beside=XMP_BOX),
    "XMP in the film": film(box(b"udta", box(b"XMP_", XMP))),
    "action camera": film(track(box(b"gpmd", b"\x00" * 8))),
    "camera that moves": film(track(box(b"camm", b"\x00" * 8))),
    "iPhone, second by second": film(
        track(
            box(
                b"mebx",
                b"\x00" * 8,
                box(b"keys", box(b"\x00\x00\x00\x01", box(b"keyd", b"mdtacom.apple.quicktime.location.ISO6709"))),
            )
        )
    ),
    "long head": film()
    + (1).to_bytes(4, "big")
    + b"moov"
    + (16 + len(box(b"udta", text(b"\xa9xyz", POSITION)))).to_bytes(8, "big")
    + box(b"udta", text(b"\xa9xyz", POSITION)),
    "to the end of the file": film() + b"\x00\x00\x00\x00moov" + box(b"udta", text(b"\xa9xyz", POSITION)),
}
WITHOUT = {
    "plain": film(),
    "made for the web": film(movie_last=False),
    "with a title": film(itunes_meta(b"\xa9nam", b"The best location for a picnic")),
    "with its camera": film(apple_meta(b"com.apple.quicktime.model", b"iPhone 15")),
    "with a date": film(itunes_meta(b"\xa9day", b"2026-11-22T10:00:00+00:00")),
    "with a phone number": film(itunes_meta(b"\xa9cmt", b"+44-1632960001")),
    "XMP without a place": film(box(b"udta", box(b"XMP_", b"<x:xmpmeta xmp:CreatorTool='Editor' dc:location='/disk'/>"))),
}


# --- WebM -----------------------------------------------------------------------------------


def element(kind: bytes, *inside: bytes) -> bytes:
    content = b"".join(inside)
    return kind + (len(content) | 1 << 56).to_bytes(8, "big") + content


def simple_tag(name: bytes, value: bytes) -> bytes:
    return element(b"\x67\xc8", element(b"\x45\xa3", name), element(b"\x44\x87", value))


def tags(name: bytes, value: bytes) -> bytes:
    return element(b"\x12\x54\xc3\x67", element(b"\x73\x73", element(b"\x63\xc0"), simple_tag(name, value)))


EBML = element(b"\x1a\x45\xdf\xa3", element(b"\x42\x82", b"webm"))
CLUSTER = element(b"\x1f\x43\xb6\x75", element(b"\xe7", b"\x00"), element(b"\xa3", b"+51.7204-001.2034/ LOCATION" * 9))
OPEN_CLUSTER = b"\x1f\x43\xb6\x75\x01\xff\xff\xff\xff\xff\xff\xff" + element(b"\xe7", b"\x00") + element(b"\xa3", b"frame")


def webm(*parts: bytes) -> bytes:
    return EBML + element(b"\x18\x53\x80\x67", *parts)


def open_webm(*parts: bytes) -> bytes:
    """As a browser records: nobody knew how long it would be."""
    return EBML + b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff" + b"".join(parts)


WEBM_WITH_A_PLACE = {
    "tag": webm(CLUSTER, tags(b"RECORDING_LOCATION", b"Oxford")),
    "tag before the film": webm(tags(b"LOCATION", POSITION), CLUSTER),
    "a position under any name": webm(CLUSTER, tags(b"COMMENT", POSITION)),
    "recorded by a browser": open_webm(OPEN_CLUSTER, OPEN_CLUSTER, tags(b"com.apple.quicktime.location.ISO6709", POSITION)),
    "XMP": webm(CLUSTER, tags(b"XMP", XMP)),
}
WEBM_WITHOUT = {
    "plain": webm(CLUSTER),
    "with its program": webm(CLUSTER, tags(b"ENCODER", b"Lavf60.3.100")),
    "recorded by a browser": open_webm(OPEN_CLUSTER, OPEN_CLUSTER),
}


# --- MP3 ------------------------------------------------------------------------------------


def seven_bits(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))


def id3(*frames: bytes, version: int = 4, flags: int = 0) -> bytes:
    content = b"".join(frames) + b"\x00" * 20
    return b"ID3" + bytes([version, 0, flags]) + seven_bits(len(content)) + content


def frame(name: bytes, content: bytes, version: int = 4) -> bytes:
    if version == 2:
        return name + len(content).to_bytes(3, "big") + content
    length = seven_bits(len(content)) if version == 4 else len(content).to_bytes(4, "big")
    return name + length + b"\x00\x00" + content


SOUND = b"\xff\xfb\x90\x00" + b"\x00" * 400
MP3_WITH_A_PLACE = {
    "a field of its own": id3(frame(b"TXXX", b"\x00LOCATION\x00Oxford")) + SOUND,
    "in wide letters": id3(frame(b"TXXX", b"\x01" + "Latitude\x0051.72".encode("utf-16")), version=4) + SOUND,
    "older": id3(frame(b"TXXX", b"\x00gpscoordinates\x0051", version=3), version=3) + SOUND,
    "oldest": id3(frame(b"TXX", b"\x00geotag\x0051", version=2), version=2) + SOUND,
    "XMP in an object": id3(frame(b"GEOB", b"\x00application/rdf+xml\x00\x00\x00" + XMP)) + SOUND,
    "XMP in a private frame": id3(frame(b"PRIV", b"XMP\x00" + XMP)) + SOUND,
    "a position in a comment": id3(frame(b"COMM", b"\x00eng\x00" + POSITION)) + SOUND,
    "after a cover": id3(frame(b"APIC", b"\x00image/png\x00" + b"location" * 9), frame(b"COMM", b"\x00eng\x00" + POSITION))
    + SOUND,
    "at its end": SOUND + b"APETAGEX" + b"\x00" * 24 + b"\x06\x00\x00\x00\x00\x00\x00\x00Location\x00Oxford",
}
MP3_WITHOUT = {
    "plain": SOUND,
    "with a title": id3(frame(b"TIT2", b"\x00A good location")) + SOUND,
    "with a cover": id3(frame(b"APIC", b"\x00image/png\x00GPSLatitude +51.7204-001.2034/")) + SOUND,
    "with a gain": id3(frame(b"TXXX", b"\x00replaygain_track_gain\x00-6.30 dB")) + SOUND,
}
