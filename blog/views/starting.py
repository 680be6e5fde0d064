"""Beginning a post with the usual sections. For those who may add posts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ..forms.starting import StartForm
from ..services import blogs_for, start_post
from .bringing_in import refused


def start(request: HttpRequest) -> HttpResponse:
    """The form; what was chosen becomes a draft, and its editor opens."""
    blogs = blogs_for(request.user)
    if not blogs:
        return refused(request)
    form = StartForm(request.POST if request.method == "POST" else None, blogs=blogs)
    if form.is_valid():
        said = form.cleaned_data
        post = start_post(
            blog=said.get("blog") or blogs[0],
            author=said["author"],
            sections=said["sections"],
            user=request.user,
            today=timezone.localdate(),
        )
        return redirect("wagtailadmin_pages:edit", post.pk)
    return render(request, "blog/admin/start.html", {"form": form}, status=200 if request.method == "GET" else 422)
