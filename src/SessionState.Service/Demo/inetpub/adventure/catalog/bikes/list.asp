<h1>Bikes</h1>
