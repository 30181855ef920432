<h1>archive/2004</h1>
