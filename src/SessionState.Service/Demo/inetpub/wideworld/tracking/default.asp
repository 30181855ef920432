<h1>Tracking</h1>
