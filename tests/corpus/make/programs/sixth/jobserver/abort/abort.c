int abort_count;

void abort_raise(int code, const char *error)
{
    for (int code = 0; code < 3; code++)
        abort_count += code;
}
