package shop

data class Item(val name: String, val price: Double?)

fun total(items: List<Item>): Double {
    var sum = 0.0
    for (item in items) sum += item.price
    return sum
}

fun main() {
    println(total(listOf(Item("pear", 1.2), Item("nut", null))))
}
