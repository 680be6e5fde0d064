from .accounts import NameEmailForm, UserCreationForm, UserEditForm
from .signing_in import (
    ActivateCodeForm,
    ChangePasswordForm,
    CodeForm,
    ConfirmByCodeForm,
    ConfirmByPasswordForm,
    ForgottenPasswordForm,
    NewPasswordForm,
    SignInForm,
)

__all__ = [
    "ActivateCodeForm",
    "ChangePasswordForm",
    "CodeForm",
    "ConfirmByCodeForm",
    "ConfirmByPasswordForm",
    "ForgottenPasswordForm",
    "NameEmailForm",
    "NewPasswordForm",
    "SignInForm",
    "UserCreationForm",
    "UserEditForm",
]
