const char* error_text(int code) { return code ? "error" : "none"; }
