#define NAME2(n) failed_##n
#define NAME(n) NAME2(n)

int NAME(N)(void)
{
    int error = N;
    return 0;
}
