<h1>Bäckerei Müller</h1>
