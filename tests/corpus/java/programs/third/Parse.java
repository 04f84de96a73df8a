public class Parse {
    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    public static void main(String[] args) {
        int bad = 0;
        for (String text : "1 2 three 4 five 6".split(" "))
            if (number(text) < 0)
                bad++;
        System.out.println("6 words, " + bad + " are no numbers");
    }
}
