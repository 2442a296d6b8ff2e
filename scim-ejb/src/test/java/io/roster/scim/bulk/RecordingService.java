package io.roster.scim.bulk;

import io.roster.scim.protocol.ETag;
import io.roster.scim.protocol.Preconditions;
import io.roster.scim.protocol.ScimException;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Stands for the resources: remembers what it was asked, gives the ids {@code id1}, {@code id2} and so on, counts versions,
 * refuses data that contain {@code refuse!}, and is out of reach from {@code break!} on. There are the resources {@code
 * /Users/old} and {@code /Groups/old}.
 */
final class RecordingService implements BulkService {

    private static final Pattern ID = Pattern.compile("\"(id\\d+)\"");

    final List<String> calls = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final Map<String, Integer> versions = new HashMap<>(Map.of("/Users/old", 1, "/Groups/old", 1));

    /** The ids that each resource refers to. */
    final Map<String, Set<String>> references = new HashMap<>();

    private boolean isAvailable = true;
    private int made;

    @Override
    public Written write(BulkMethod method, String path, String version, JsonObject data) {
        if (data != null && data.toString().contains("break!")) {
            isAvailable = false;
            throw ScimException.serviceUnavailable("It is broken.", 1);
        }
        if (data != null && data.toString().contains("refuse!")) {
            throw ScimException.invalidValue("It must not be.");
        }
        if (method == BulkMethod.POST) {
            var id = "id" + ++made;
            calls.add("POST " + path + " " + data);
            versions.put(path + "/" + id, 1);
            references.put(path + "/" + id, idsIn(data));
            return new Written(id, path + "/" + id, "W/\"1\"", 201);
        }
        if (!versions.containsKey(path)) {
            throw ScimException.notFound("There is nothing at " + path + ".");
        }
        Preconditions.ifMatch(version).requireForWrite(ETag.of(versions.get(path)));
        calls.add(method + " " + path + (data == null ? "" : " " + data));
        var id = path.substring(path.lastIndexOf('/') + 1);
        if (method == BulkMethod.DELETE) {
            versions.remove(path);
            references.remove(path);
            return new Written(id, path, null, 204);
        }
        references.computeIfAbsent(path, key -> new HashSet<>()).addAll(idsIn(data));
        return new Written(id, path, "W/\"" + versions.merge(path, 1, Integer::sum) + "\"", 200);
    }

    @Override
    public void refused(String method, String path, ScimException error) {
        refusals.add(method + " " + path + " " + error.status());
    }

    @Override
    public boolean isAvailable() {
        return isAvailable;
    }

    private static Set<String> idsIn(JsonObject data) {
        return ID.matcher(data.toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
