console.log('thumbnails: 118 images');
