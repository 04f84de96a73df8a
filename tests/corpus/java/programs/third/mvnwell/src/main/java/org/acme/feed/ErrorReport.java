package org.acme.feed;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

public class ErrorReport {
    private final List errors = new ArrayList();

    public void add(String error) {
        errors.add(error);
    }

    public int year() {
        return new Date().getYear();
    }
}
