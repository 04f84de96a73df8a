const { Kafka, logLevel } = require('kafkajs');

const kafka = new Kafka({ clientId: 'meter-export', brokers: ['127.0.0.1:9099'], logLevel: logLevel.WARN, retry: { initialRetryTime: 80, retries: 2 }, connectionTimeout: 500 });

async function publish(readings) {
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  await producer.connect();
  try {
    await producer.send({ topic: 'readings', messages: readings.map(value => ({ value: JSON.stringify(value) })) });
  } finally {
    await producer.disconnect();
  }
}

console.log('export: 96 readings of 2026-11-26');
publish(Array.from({ length: 96 }, (_, i) => ({ slot: i, kwh: i % 7 })))
  .then(() => console.log('export: published'), error => {
    console.error(error);
    console.error('export: the readings stay in spool/2026-11-26.ndjson');
    process.exit(12);
  });
