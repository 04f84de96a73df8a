package org.acme.boot;

import java.io.*;
import java.nio.file.*;

public class Boot {
    static class ConfigException extends RuntimeException {
        ConfigException(String m, Throwable c) { super(m, c); }
    }

    static String read(Path p) throws IOException {
        return Files.readString(p);
    }

    static String settings() {
        try {
            return read(Path.of("/app/conf/settings.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read settings", e);
        }
    }

    static void start() {
        try {
            System.out.println(settings());
        } catch (UncheckedIOException e) {
            throw new ConfigException("service \"billing\" cannot start", e); // RAISES
        }
    }

    public static void main(String[] args) {
        System.err.println("2026-11-22 12:00:01.002  INFO 1 --- [main] org.acme.boot.Boot : Starting Boot");
        start();
    }
}
