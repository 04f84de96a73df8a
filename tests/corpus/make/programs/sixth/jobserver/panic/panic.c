int panic_count;

void panic_raise(int code, const char *error)
{
    for (int code = 0; code < 3; code++)
        panic_count += code;
}
