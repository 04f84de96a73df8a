package com.shop.orders;

import java.util.*;
import java.util.stream.*;

public class Orders {
    record Line(String article, Integer price) {}

    static List<Line> load() {
        System.out.println("INFO  loading 3 lines");
        return List.of(new Line("apple", 3), new Line("pear", null), new Line("plum", 2));
    }

    static int total(List<Line> lines) {
        return lines.stream()
            .filter(l -> !l.article().isEmpty())
            .mapToInt(l -> l.price().intValue()) // RAISES
            .sum();
    }

    public static void main(String[] args) {
        System.out.println("INFO  total is " + total(load()));
    }
}
