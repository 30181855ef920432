<h1>archive/2009</h1>
