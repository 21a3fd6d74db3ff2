/* The functions of the toolchain's libIndexStore that kg calls, found at run time, so that the program neither links
 * with it nor needs it. Only what is called is declared. The C interface is stable: functions are added to it, not changed. */
#ifndef KG_CINDEXSTORE_H
#define KG_CINDEXSTORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes owned by the store; not terminated. `data` may be NULL where `length` is 0. */
typedef struct {
  const char *_Nullable data;
  size_t length;
} kg_index_text;

/* What calls back gets the context that was passed in, and returns false to stop. */
typedef bool (*kg_index_text_visitor)(void *_Nullable context, kg_index_text text);
typedef bool (*kg_index_visitor)(void *_Nullable context, void *_Nonnull item);

/* One function each, named like the library's without `indexstore_`. Objects are opaque pointers; those that `create`
 * functions return are the caller's to dispose of, all others live as long as what they were taken from. */
typedef struct {
  void *_Nullable (*_Nonnull store_create)(const char *_Nonnull path, void *_Nullable *_Nullable error);
  void (*_Nonnull store_dispose)(void *_Nonnull store);
  bool (*_Nonnull store_units_apply_f)(void *_Nonnull store, unsigned sorted, void *_Nullable context,
                                       kg_index_text_visitor _Nonnull visitor);
  bool (*_Nonnull store_get_unit_modification_time)(void *_Nonnull store, const char *_Nonnull unit,
                                                    int64_t *_Nonnull seconds, int64_t *_Nonnull nanoseconds,
                                                    void *_Nullable *_Nullable error);

  void *_Nullable (*_Nonnull unit_reader_create)(void *_Nonnull store, const char *_Nonnull unit,
                                                 void *_Nullable *_Nullable error);
  void (*_Nonnull unit_reader_dispose)(void *_Nonnull unit);
  bool (*_Nonnull unit_reader_is_system_unit)(void *_Nonnull unit);
  kg_index_text (*_Nonnull unit_reader_get_main_file)(void *_Nonnull unit);
  kg_index_text (*_Nonnull unit_reader_get_working_dir)(void *_Nonnull unit);
  kg_index_text (*_Nonnull unit_reader_get_module_name)(void *_Nonnull unit);
  bool (*_Nonnull unit_reader_dependencies_apply_f)(void *_Nonnull unit, void *_Nullable context,
                                                    kg_index_visitor _Nonnull visitor);
  int (*_Nonnull unit_dependency_get_kind)(void *_Nonnull dependency);
  kg_index_text (*_Nonnull unit_dependency_get_name)(void *_Nonnull dependency);
  kg_index_text (*_Nonnull unit_dependency_get_filepath)(void *_Nonnull dependency);

  void *_Nullable (*_Nonnull record_reader_create)(void *_Nonnull store, const char *_Nonnull record,
                                                   void *_Nullable *_Nullable error);
  void (*_Nonnull record_reader_dispose)(void *_Nonnull record);
  bool (*_Nonnull record_reader_occurrences_apply_f)(void *_Nonnull record, void *_Nullable context,
                                                     kg_index_visitor _Nonnull visitor);
  void *_Nonnull (*_Nonnull occurrence_get_symbol)(void *_Nonnull occurrence);
  uint64_t (*_Nonnull occurrence_get_roles)(void *_Nonnull occurrence);
  void (*_Nonnull occurrence_get_line_col)(void *_Nonnull occurrence, unsigned *_Nonnull line,
                                           unsigned *_Nonnull column);
  bool (*_Nonnull occurrence_relations_apply_f)(void *_Nonnull occurrence, void *_Nullable context,
                                                kg_index_visitor _Nonnull visitor);
  uint64_t (*_Nonnull symbol_relation_get_roles)(void *_Nonnull relation);
  void *_Nonnull (*_Nonnull symbol_relation_get_symbol)(void *_Nonnull relation);
  int (*_Nonnull symbol_get_kind)(void *_Nonnull symbol);
  int (*_Nonnull symbol_get_subkind)(void *_Nonnull symbol);
  kg_index_text (*_Nonnull symbol_get_name)(void *_Nonnull symbol);
  kg_index_text (*_Nonnull symbol_get_usr)(void *_Nonnull symbol);
} kg_index_functions;

/* The functions of the library at `path`, valid for the rest of the process; NULL if it cannot be loaded or lacks one of
 * them, with the reason, terminated, in `problem`. */
const kg_index_functions *_Nullable kg_index_load(const char *_Nonnull path, char *_Nonnull problem, size_t size);

/* From now on this process can read files and write to what it has open, and nothing else: no file is written or renamed,
 * no program or process started, no connection made, no code added. 0 if so, -1 where the system cannot do that. */
int kg_confine(void);

/* Of the Swift runtime: the readable form of a mangled name in memory from malloc, or NULL if it is none. `buffer` and
 * `buffer_size` are NULL, `flags` is 0. */
char *_Nullable swift_demangle(const char *_Nonnull name, size_t length, char *_Nullable buffer,
                               size_t *_Nullable buffer_size, uint32_t flags);

#endif
