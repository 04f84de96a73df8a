double tide_at(int hour) { return hour / 12.4; }
