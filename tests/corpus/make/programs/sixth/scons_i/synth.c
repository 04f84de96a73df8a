int main(int argc, char **argv)
{
    int error;
    return error ? 0 : 0;
}
