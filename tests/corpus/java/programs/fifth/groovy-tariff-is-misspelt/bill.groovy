class Tariff {
    String name
    BigDecimal cents
}

def tariffs = [day: new Tariff(name: 'day', cents: 31.5), night: new Tariff(name: 'night', cents: 22.0)]
def cost = { reading ->
    def tariff = tariffs[reading.tariff]
    reading.kwh * tariff.cent // RAISES
}

def readings = [[meter: 1, kwh: 120, tariff: 'day'], [meter: 2, kwh: 80, tariff: 'night']]
println "bill: ${readings.size()} readings"
readings.each { println "meter ${it.meter}: ${cost(it)}" }
println 'bill: done'
