static int failed;

int b(void)
{
}
