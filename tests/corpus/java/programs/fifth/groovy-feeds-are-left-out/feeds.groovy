import groovy.json.JsonException
import groovy.json.JsonSlurper
import groovy.util.logging.Log

@Log
class Checker {
    int good, bad

    void check(String name, String text) {
        try {
            def feed = new JsonSlurper().parseText(text)
            assert feed.rows.size() > 0
            good++
        } catch (JsonException e) {
            bad++
            log.severe("$name is no JSON: ${e.message}")
        } catch (AssertionError e) {
            bad++
            log.warning("$name is empty\n$e.message")
        } catch (NullPointerException e) {
            bad++
            log.log(java.util.logging.Level.SEVERE, "$name has no rows", org.codehaus.groovy.runtime.StackTraceUtils.sanitize(e))
        }
    }
}

def checker = new Checker()
[a: '{"rows": [1, 2]}', b: '{"rows": []}', c: '{"rows": [1, }', d: '{"lines": 3}', e: '{"rows": ["x"]}'].each { name, text -> checker.check(name, text) }
println "${checker.good} feeds are good, ${checker.bad} are left for the morning"
