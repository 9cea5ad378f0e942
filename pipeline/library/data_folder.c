/* Opens the folder around a data file that is to be written. */

#include "library/data_folder.h"

#include <string.h>

bool data_folder_open(struct data_folder *data, const char *path,
    struct findings *findings)
{
    const char *slash = strrchr(path, '/');

    *data = (struct data_folder){ .name = slash ? slash + 1 : path };
    buffer_add(&data->path, path, (size_t)(data->name - path));
    if (data->path.failed)
        findings_out_of_memory(findings);
    else if (folder_open(&data->folder, buffer_string(&data->path), findings))
        return true;
    buffer_free(&data->path);
    return false;
}

int data_folder_clear(const struct data_folder *data)
{
    return folder_has(&data->folder, DATA_ON_THE_WAY)
        ? folder_remove(&data->folder, DATA_ON_THE_WAY) : 0;
}

void data_folder_close(struct data_folder *data, bool undo)
{
    folder_close(&data->folder, undo);
    buffer_free(&data->path);
}
