from wagtail.admin.views.account import NameEmailSettingsPanel

from .forms import NameEmailForm

# Wagtail has no setting for this form; the panel's own attribute is the way in.
NameEmailSettingsPanel.form_class = NameEmailForm
