"""The demonstration's measures: the figures of the report to councillors (February 2025) and of the chair's post (March 2024),
each with its date and source, and one invented series with a target."""

from datetime import date
from decimal import Decimal

from blog.models import BoardTheme, Measure
from blog.rules import Figure
from blog.services import write_figures

from .reading import read


def load_measures() -> dict[str, int]:
    """Adds the measures with their figures, when there are none yet. Gives the keys of all by their slugs."""
    if not Measure.objects.exists():
        themes = {theme.slug: theme for theme in BoardTheme.objects.all()}
        for one in read("measures.json"):
            measure = Measure(
                **{
                    name: one[name] for name in ("slug", "name", "meaning", "unit", "unit_one", "direction", "dates_as", "source")
                },
                theme=themes.get(one["theme"]),
                area=themes.get(one["area"]),
                target=Decimal(one["target"]) if "target" in one else None,
                target_on=date.fromisoformat(one["target_on"]) if "target_on" in one else None,
                is_public=True,
            )
            measure.full_clean()
            measure.save()
            figures = [Figure(date.fromisoformat(day), Decimal(str(value)), note) for day, value, note in one["points"]]
            write_figures(measure, figures, user=None)
    return dict(Measure.objects.values_list("slug", "pk"))
