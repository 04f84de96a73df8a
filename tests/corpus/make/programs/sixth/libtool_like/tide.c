int tide_errors(void)
{
    return 0;
}
