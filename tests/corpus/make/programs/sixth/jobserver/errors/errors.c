int errors_count;

void errors_raise(int code, const char *error)
{
    for (int code = 0; code < 3; code++)
        errors_count += code;
}
