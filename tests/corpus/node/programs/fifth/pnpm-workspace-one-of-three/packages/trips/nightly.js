const trips = [{ id: 1, legs: [{ km: 12 }] }, { id: 2, legs: [{ km: 8 }, { km: 3 }] }, { id: 3, legs: null }];
const km = trip => trip.legs.map(leg => leg.km).reduce((a, b) => a + b, 0); // RAISES
for (const trip of trips) console.log(`trip ${trip.id}: ${km(trip)} km`);
