(ns shifts
  (:require [clojure.string :as str]))

(def rows ["ada;8;240" "ben;4;100" "cid;0;12"])

(defn parse [row]
  (let [[who hours calls] (str/split row #";")]
    {:who who :hours (Long/parseLong hours) :calls (Long/parseLong calls)}))

(defn per-hour [{:keys [hours calls]}]
  (quot calls hours))

(println "shifts:" (count rows))
(doseq [shift (map parse rows)]
  (println (:who shift) (per-hour shift) "calls an hour"))
(println "all shifts counted")
