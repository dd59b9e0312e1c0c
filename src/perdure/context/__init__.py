"""Budget, packing, rendering."""
