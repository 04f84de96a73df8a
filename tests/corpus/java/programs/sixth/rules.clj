(ns rules (:require [clojure.test :refer [deftest is testing run-tests]]))

(defn parse-rule [text]
  (when-not (re-find #":" text)
    (throw (ex-info "a rule has no colon" {:rule text :code :rules/broken})))
  (clojure.string/split text #":"))

(deftest good-rules
  (is (= ["mail" "keep"] (parse-rule "mail:keep"))))

(deftest broken-rules
  (testing "the exception carries the rule"
    (is (thrown-with-msg? clojure.lang.ExceptionInfo #"no colon" (parse-rule "mail")))
    (try (parse-rule "drop")
         (catch clojure.lang.ExceptionInfo e
           (println "as expected:" e)
           (is (= :rules/broken (:code (ex-data e)))))))
  (is (thrown? ArithmeticException (/ 1 0)))
  (is (thrown? NullPointerException (.length nil))))

(let [{:keys [fail error]} (run-tests 'rules)]
  (System/exit (+ fail error)))
