double share(int cents, int people) {
    return cents / people;
}
