public class Suppressed {
    static class Session implements AutoCloseable {
        final String name;
        Session(String name) { this.name = name; System.out.println("open " + name); }
        void commit() { throw new IllegalStateException("transaction 17 was rolled back"); } // RAISES
        @Override public void close() throws java.io.IOException {
            throw new java.io.IOException("connection " + name + " is gone"); // OTHER
        }
    }

    static void store() throws Exception {
        try (Session a = new Session("a"); Session b = new Session("b")) {
            b.commit();
        }
    }

    public static void main(String[] args) throws Exception {
        store();
    }
}
