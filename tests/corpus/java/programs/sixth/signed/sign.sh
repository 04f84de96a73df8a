set -e
cd /app
keytool -genkeypair -alias night -keyalg RSA -keysize 2048 -validity 20 -dname "CN=night" -storepass changeit -keystore keys.p12
mkdir in && echo "failed=0" > in/errors.properties && jar cf jobs.jar -C in .
jarsigner -keystore keys.p12 -storepass changeit jobs.jar night
jarsigner -verify -verbose jobs.jar
