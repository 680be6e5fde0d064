"""The form in which editors write a listing, in the order in which they think of it."""

from django import forms
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)

from localoffer.pages.models import BasePage
from localoffer.seal.panels import SealPanel

from .editing_form import ServiceForm
from .editing_panels import CompletenessPanel, DoublesPanel


def ticked(name: str) -> FieldPanel:
    return FieldPanel(name, widget=forms.CheckboxSelectMultiple)


def row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


WHAT = [
    CompletenessPanel(heading="How complete it is"),
    TitleFieldPanel("title"),
    DoublesPanel(heading="Is it there already?"),
    FieldPanel("other_names"),
    FieldPanel("summary"),
    FieldPanel("organisation"),
    FieldPanel("description"),
    FieldPanel("for_young_people"),
    InlinePanel("pictures", label="Picture", heading="Pictures of the place, from the pavement to the room"),
    FieldPanel("film"),
    InlinePanel("answers", label="Answer", heading="The seven questions"),
]
FOR_WHOM = [
    ticked("topics"),
    ticked("needs"),
    ticked("age_stages"),
    row("minimum_age", "maximum_age", "age_note"),
    FieldPanel("level"),
    FieldPanel("who_for"),
    FieldPanel("not_for"),
]
HOW_TO_START = [
    FieldPanel("how_to_get_it"),
    row("referral_needed", "diagnosis_needed", "plan_needed"),
    FieldPanel("papers_needed"),
    row("free", "cost_words"),
    InlinePanel("costs", label="Price", heading="Prices"),
    FieldPanel("direct_payments"),
    row("wait", "wait_words", "wait_true_on"),
    row("spaces", "spaces_true_on"),
    InlinePanel("links", label="Link", heading="Links: booking, while you wait, more to read"),
]
WHERE_AND_WHEN = [
    MultiFieldPanel(
        [FieldPanel("at_places"), FieldPanel("comes_to_you"), FieldPanel("online"), FieldPanel("by_phone")],
        heading="How it reaches people",
    ),
    FieldPanel("serves"),
    ticked("areas"),
    FieldPanel("out_of_county"),
    InlinePanel("contacts", label="Contact", heading="Contacts"),
    InlinePanel("places", label="Place", heading="Places"),
    InlinePanel("schedules", label="Time", heading="Times"),
    InlinePanel("closed_dates", label="Closed", heading="Days on which it is closed"),
    FieldPanel("opening_times"),
]
BEFORE_YOU_GO = [
    InlinePanel("access", label="Access feature", heading="Access, senses, people, first visit"),
    FieldPanel("who_meets_you"),
    FieldPanel("carer"),
    row("siblings_welcome", "personal_care", "medicines"),
    ticked("languages"),
    FieldPanel("interpreter"),
]
TRUST = [
    FieldPanel("status"),
    FieldPanel("alert"),
    row("closed_from", "closed_until"),
    row("last_checked", "checked_how", "next_check"),
    FieldPanel("commissioned_by"),
    FieldPanel("accreditations"),
    InlinePanel("registrations", label="Register", heading="Ofsted, Care Quality Commission and other registers"),
]

EDIT_HANDLER = TabbedInterface(
    [
        ObjectList(WHAT, heading="What it is"),
        ObjectList(FOR_WHOM, heading="For whom"),
        ObjectList(HOW_TO_START, heading="How to start"),
        ObjectList(WHERE_AND_WHEN, heading="Where and when"),
        ObjectList(BEFORE_YOU_GO, heading="Before you go"),
        ObjectList(TRUST, heading="State and checks"),
        ObjectList([SealPanel(heading="Seal of approval")], heading="Seal"),
        ObjectList(BasePage.promote_panels, heading="Promote"),
        ObjectList(BasePage.settings_panels, heading="Settings"),
    ],
    base_form_class=ServiceForm,
)
