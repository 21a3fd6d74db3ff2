#include "CIndexStore.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

/* The functions in the order of the struct's fields, all of which are pointers. */
static const char *const names[] = {
    "store_create",
    "store_dispose",
    "store_units_apply_f",
    "store_get_unit_modification_time",
    "unit_reader_create",
    "unit_reader_dispose",
    "unit_reader_is_system_unit",
    "unit_reader_get_main_file",
    "unit_reader_get_working_dir",
    "unit_reader_get_module_name",
    "unit_reader_dependencies_apply_f",
    "unit_dependency_get_kind",
    "unit_dependency_get_name",
    "unit_dependency_get_filepath",
    "record_reader_create",
    "record_reader_dispose",
    "record_reader_occurrences_apply_f",
    "occurrence_get_symbol",
    "occurrence_get_roles",
    "occurrence_get_line_col",
    "occurrence_relations_apply_f",
    "symbol_relation_get_roles",
    "symbol_relation_get_symbol",
    "symbol_get_kind",
    "symbol_get_subkind",
    "symbol_get_name",
    "symbol_get_usr",
};

enum { count = sizeof(names) / sizeof(names[0]) };
_Static_assert(sizeof(kg_index_functions) == count * sizeof(void *), "one name for each field");

const kg_index_functions *kg_index_load(const char *path, char *problem, size_t size) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    const char *reason = dlerror();
    snprintf(problem, size, "%s", reason ? reason : "cannot be loaded");
    return NULL;
  }
  void **functions = malloc(sizeof(kg_index_functions));
  for (size_t i = 0; functions && i < count; i++) {
    char name[80];
    snprintf(name, sizeof name, "indexstore_%s", names[i]);
    functions[i] = dlsym(library, name);
    if (!functions[i]) {
      snprintf(problem, size, "%s has no function %s", path, name);
      free(functions);
      dlclose(library);
      return NULL;
    }
  }
  /* Never unloaded: the pointers above stay valid. */
  return (const kg_index_functions *)functions;
}
