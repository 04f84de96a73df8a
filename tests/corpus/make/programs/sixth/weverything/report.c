enum state { READY, FAILED, ERROR_FATAL };
int report(enum state s, const char *error)
{
    float share = s / 3;
    long double wide = share;
    if (error == "fatal error")
        return (int)&share;
    return wide;
}
