float grid(double x)
{
    int cell = x / 0.25;
    return cell * 0.25;
}
