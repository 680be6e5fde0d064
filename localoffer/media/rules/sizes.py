"""The sizes in which the public pages show pictures, as Wagtail writes them. They are made when a picture comes in.

A template or view of a public page that shows a picture in another size adds it here; a test looks that none is missing.
"""

# {% picture … format-{avif,webp,png} width-{240,480} %}: Easy Read, whose pictures are drawings of the library.
OF_THE_LIBRARY = (
    "format-avif|width-240",
    "format-avif|width-480",
    "format-webp|width-240",
    "format-webp|width-480",
    "format-png|width-240",
    "format-png|width-480",
)
OF_PAGES = (
    # {% picture … format-{avif,webp,jpeg} width-{480,960} %}: at the top of pages and among their words
    "format-avif|width-480",
    "format-avif|width-960",
    "format-webp|width-480",
    "format-webp|width-960",
    "format-jpeg|width-480",
    "format-jpeg|width-960",
    "fill-480x320|format-webp",  # the tiles of the young people's section
    "fill-720x480|format-webp",
    "fill-800x450|format-webp",  # the first news
    "fill-1200x630|format-jpeg",  # where somebody shares the page
    "fill-320x240|format-webp",  # cards of forum posts
    "fill-160x160|format-webp",  # who wrote a post
    "max-320x104|format-png",  # the logo
)
