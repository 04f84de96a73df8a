SAMPLES = {
    "java": 'Exception in thread "main" java.lang.IllegalStateException: no port\n\tat app.Main.main(Main.java:7)',
    "go": "panic: runtime error: index out of range [3] with length 3\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:9 +0x1d",
    "node": "/srv/a.js:3\n    throw new Error('x');\n    ^\n\nError: x\n    at main (/srv/a.js:3:11)",
    "python": 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    main()\nNameError: name \'main\' is not defined',
}
for language, sample in sorted(SAMPLES.items()):
    print("Training sample for %s:" % language)
    print("\n".join("    | " + line for line in sample.split("\n")))
print("4 samples written to train.jsonl")
for epoch in range(20):
    print("epoch %d classifier_error=%.3f" % (epoch, 0.4 / (epoch + 1)))
