#define _(x) x
const char *errors[] = {
    _("error: connection refused"), _("fatal: out of memory"), _("%d of %d files failed"), _("Traceback follows"), _("done"),
};
const char *broken = _("unit: \x01 error");
