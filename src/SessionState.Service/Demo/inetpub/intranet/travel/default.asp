<h1>travel</h1>
