module night {
    requires java.logging;
    requires java.sql;
}
