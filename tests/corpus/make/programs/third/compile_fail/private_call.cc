class c { void hidden(); };
void h(c &v) { v.hidden(); }
