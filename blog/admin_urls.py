from django.urls import path

from .views import approval, bringing_in, figures, starting

urlpatterns = [
    path("board-posts/start/", starting.start, name="blog_start"),
    path("board-posts/word/", bringing_in.word, name="blog_word"),
    path("board-posts/word/<int:page_id>/", bringing_in.brought_in, name="blog_brought_in"),
    path("board-posts/chair/<int:page_id>/", approval.ask, name="blog_ask_chair"),
    path("measures/<int:pk>/figures/", figures.figures, name="blog_figures"),
    path("measures/<int:pk>/paste/", figures.paste, name="blog_paste"),
]
