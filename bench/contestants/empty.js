// What a page without cards costs; taken off all others.
contest({fill() {}, change() {}});
