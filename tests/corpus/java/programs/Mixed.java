import java.io.*;

public class Mixed {
    static class Import extends Exception {
        Import(String m, Throwable c) { super(m, c); }
        @Override public String toString() { return "Import failed [code=E17, row=9]: " + getMessage(); }
    }

    static void parse(String row) {
        String[] f = row.split(";");
        System.out.println("row " + f[0] + " amount " + Integer.parseInt(f[2]));
    }

    static void rows() throws Import {
        Exception first = null;
        try {
            parse("1;a;5");
            parse("9;b");
        } catch (ArrayIndexOutOfBoundsException e) {
            Import i = new Import("row has 2 fields", e); // RAISES
            i.addSuppressed(new IOException("reject file is read-only", new FileNotFoundException("/app/rejects.csv")));
            throw i;
        }
    }

    public static void main(String[] args) throws Exception {
        try {
            rows();
        } catch (Import e) {
            throw new Exception("nightly import", e); // FIRST
        }
    }
}
