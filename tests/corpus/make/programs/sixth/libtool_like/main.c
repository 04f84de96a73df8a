int tide_errors(void);

int main(void)
{
    return tide_errors();
}
