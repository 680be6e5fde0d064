from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Static files named by their content, also where one script imports another."""

    support_js_module_import_aggregation = True
